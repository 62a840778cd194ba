// L13.d: 0 points
// says: took a product of 0 for a turn
- if (sign < 0) rates[k] *= 1 - phi;
+ if (sign <= 0) rates[k] *= 1 - phi;
