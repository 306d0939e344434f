// Chinese words that are no topic by themselves, and shapes that are no word at all.

const GENERIC = new Set(
  `问题 方法 时间 内容 方式 情况 东西 部分 过程 结果 原因 例子 文章 笔记 作者 目录 总结 概述 简介 参考 资料 链接 步骤 使用 功能 可以 需要 没有 就是 我们 你们 他们 自己 一个 这个 那个 这样 那样
  这些 那些 什么 怎么 如何 为什么 因为 所以 但是 如果 虽然 而且 或者 以及 还是 只是 不是 不会 不能 可能 应该 已经 现在 以后 之后 之前 以前 然后 其实 比如 例如 通过 进行 实现 对于 关于 由于 根据 按照 之间 其中 其他
  任何 所有 每个 很多 许多 一些 一种 一样 一起 一下 一直 一定 不同 相同 重要 主要 基本 简单 复杂 具体 一般 非常 特别 真正 完全 直接 容易 方便 开始 结束 最后 首先 其次 第一 第二 第三 今天 明天 昨天 当时 时候 地方 方面 程度 水平 作用
  意义 目的 目标 关系 影响 变化 发展 提高 增加 减少 选择 决定 认为 知道 觉得 感觉 发现 看到 得到 成为 作为 包括 存在 出现 产生 形成 导致 造成 利用 采用 提供 支持 说明 表示 介绍 描述 定义 概念 特点 优点 缺点 区别 分类 类型 种类 条件
  元数据 高亮划线 书名 简介 出版社 出版时间 分类 备注 说明 示例 案例 图片 视频 标签 标题 正文 附录 前言 后记 引言 结语 摘要 待办 完成 下载 安装 设置 配置 打开 点击 输入 输出 文件 文件夹 插件 版本 更新 网站 网页 页面 用户 软件 工具 系统 数据 信息
  生活 工作 事情 事物 人们 别人 大家 朋友 孩子 世界 社会 国家 公司 中国 美国 行为 能力 状态 环境 对象 因素 结构 形式 模式 阶段 角度 层次 范围 标准 原则 要求 任务 活动 机会 价值`.split(
    /\s+/u,
  ),
);

/** No topic: a generic word, a number, a date, a shard of a sentence. */
export function isEmptyCjk(name: string): boolean {
  const text = name.trim();
  if (text.length < 2 || GENERIC.has(text) || /^[\d\s.:年月日时分秒第-]+$/u.test(text)) return true;
  if (/^[\p{Alpha}]$/u.test(text) || !/\p{Alpha}/u.test(text)) return true;
  // Function words at the edges betray a shard: "的方法", "是一个", "使用了".
  return (
    /^[的了是和与在为把被不没也都就还又很更最要会能可让使给对从向到以因所但而且或及其此这那它他她我你]|[的了着过是和与在为把被也都就还吗呢吧啊么]$/u.test(
      text,
    ) &&
    text.length <= 8 &&
    /\p{sc=Han}/u.test(text)
  );
}
