// L16.b: 2 points
// says: Only the last place of the window is in it
- dKernel[a][b] += slopes[r][c] * image[r + a][c + b];
+ dKernel[a][b] = slopes[r][c] * image[r + a][c + b];
