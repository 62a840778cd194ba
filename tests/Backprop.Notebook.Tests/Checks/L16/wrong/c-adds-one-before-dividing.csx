// L16.c: 2 points
// says: You added 1 before you divided
- return (size + 2 * padding - kernel) / stride + 1;
+ return (size + 2 * padding - kernel + 1) / stride;
