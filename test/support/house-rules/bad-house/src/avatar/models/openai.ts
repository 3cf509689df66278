import "openai";
// breaks: time-comes-from-the-clock
export const model = { at: Date.now };
// breaks: functions-stay-short
export function think(): number {
  let sum = 0;
  const double = (x: number) => 2 * x;
  sum += double(1);
  sum += double(2);
  sum += double(3);
  sum += double(4);
  sum += double(5);
  return sum;
}
