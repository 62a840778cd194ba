// L16.a: 0 points
// says: Only the last product is kept
- map[r][c] += kernel[a][b]
+ map[r][c] = kernel[a][b]
