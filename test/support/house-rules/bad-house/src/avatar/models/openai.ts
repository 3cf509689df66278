import "openai";
// breaks: time-comes-from-the-clock
export const model = { at: Date.now };
