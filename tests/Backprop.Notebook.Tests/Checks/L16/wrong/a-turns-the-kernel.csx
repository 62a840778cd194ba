// L16.a: 0 points
// says: You turned the kernel by 180 degrees
- map[r][c] += kernel[a][b]
+ map[r][c] += kernel[kernel.Length - 1 - a][kernel[0].Length - 1 - b]
