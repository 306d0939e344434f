// Types of set-up.mjs, for the tests that use it.
export const ROOT: string;
export const SAMPLE_EPOCH: string;
export function setUp(): void;
