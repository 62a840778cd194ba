// L16.b: 2 points
// says: You took every slope for 1
- dKernel[a][b] += slopes[r][c] * image[r + a][c + b];
+ dKernel[a][b] += image[r + a][c + b];
- dImage[r + a][c + b] += slopes[r][c] * kernel[a][b];
+ dImage[r + a][c + b] += kernel[a][b];
