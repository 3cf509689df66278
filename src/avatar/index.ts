export { crashedAttempt } from "./attempts.ts";
export { createAvatar, type Avatar } from "./avatar.ts";
export type { AvatarRooms } from "./rooms.ts";
export { createAccountWords } from "./account.ts";
export { createModels } from "./models/index.ts";
export { loadPrompt } from "./prompts.ts";
export { createTexts, type Texts } from "./texts.ts";
export { detectSafety, type SafetyFinding } from "./safety.ts";
