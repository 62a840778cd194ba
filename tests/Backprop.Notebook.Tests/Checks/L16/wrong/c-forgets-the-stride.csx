// L16.c: 2 points
// says: That is the number of places for stride 1
- return (size + 2 * padding - kernel) / stride + 1;
+ return size + 2 * padding - kernel + 1;
