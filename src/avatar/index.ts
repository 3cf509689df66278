export { createAvatar, type Avatar } from "./avatar.ts";
export type { AvatarRooms } from "./rooms.ts";
export { createAccountWords } from "./account.ts";
export { createModels, ModelUnknown } from "./models/index.ts";
export { loadPrompt, PromptBroken } from "./prompts.ts";
export { createTexts, TextBroken, type Texts } from "./texts.ts";
export { detectSafety, type SafetyFinding } from "./safety.ts";
