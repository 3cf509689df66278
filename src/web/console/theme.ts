import { createTheme } from "@mantine/core";

/**
 * Calm and dense: the green of the avatar's face as the one colour of action, grey for all else, and red, amber and
 * green for what they mean. The shades of `pine` are repeated in style/theme.css, because the page's security policy
 * lets no script write style sheets.
 */
export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  colors: {
    pine: ["#eef7f4", "#d9ece6", "#b3d9ce", "#8ac5b4", "#5fae99", "#3d967f", "#267d68", "#176553", "#0f5144", "#0c443c"],
  },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    NumberInput: { defaultProps: { size: "sm" } },
    SegmentedControl: { defaultProps: { classNames: { label: "segment" } } },
  },
});
