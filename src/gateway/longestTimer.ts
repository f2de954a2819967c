/** The longest delay of a browser timer, ms. A browser fires a timer with a longer delay at once. */
export const longestTimer = 2 ** 31 - 1;
