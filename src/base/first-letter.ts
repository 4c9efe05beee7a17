/** The text with its first letter a capital. */
export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
