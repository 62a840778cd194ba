// L16.c: 2 points
// says: The last of your windows sticks out
- return (size + 2 * padding - kernel) / stride + 1;
+ return (int)Math.Ceiling((size + 2 * padding - kernel) / (double)stride) + 1;
