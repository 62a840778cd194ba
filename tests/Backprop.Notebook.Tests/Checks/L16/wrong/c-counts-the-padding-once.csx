// L16.c: 2 points
// says: You counted the padding once
- return (size + 2 * padding - kernel) / stride + 1;
+ return (size + padding - kernel) / stride + 1;
