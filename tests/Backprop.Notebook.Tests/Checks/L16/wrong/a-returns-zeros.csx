// L16.a: 0 points
// says: All your answers are 0
- map[r][c] += kernel[a][b]
+ map[r][c] += 0 * kernel[a][b]
