/** What the sentence model's thread is asked, and what it tells. */
export type Asked = { id: number; text: string };
export type Told = { id: number; vector: Float32Array } | { id: number; problem: string };
