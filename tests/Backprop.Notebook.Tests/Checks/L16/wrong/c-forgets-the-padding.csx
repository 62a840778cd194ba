// L16.c: 2 points
// says: The padding is not in it
- return (size + 2 * padding - kernel) / stride + 1;
+ return (size - kernel) / stride + 1;
