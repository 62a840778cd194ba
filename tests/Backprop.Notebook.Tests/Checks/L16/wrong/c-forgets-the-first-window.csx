// L16.c: 0 points
// says: One is missing
- return (size + 2 * padding - kernel) / stride + 1;
+ return (size + 2 * padding - kernel) / stride;
