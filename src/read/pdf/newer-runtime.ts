// pdf.js asks for a buffer method that Node 20 lacks; without it no font and no picture of a page is ever loaded.

/** As ES2024 has it, but for the buffer that is given: it is copied and stays. */
export function completeBuffers(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: unknown };
  if (prototype.transferToFixedLength !== undefined) return;
  Object.defineProperty(prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy;
    },
  });
}
