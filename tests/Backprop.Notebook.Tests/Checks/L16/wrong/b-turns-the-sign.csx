// L16.b: 0 points
// says: All signs are turned round
- dKernel[a][b] += slopes[r][c] * image[r + a][c + b];
+ dKernel[a][b] -= slopes[r][c] * image[r + a][c + b];
- dImage[r + a][c + b] += slopes[r][c] * kernel[a][b];
+ dImage[r + a][c + b] -= slopes[r][c] * kernel[a][b];
