// L16.b: 0 points
// says: Each answer that used a cell
- dKernel[a][b] += slopes[r][c] * image[r + a][c + b];
+ dKernel[a][b] += 0;
- dImage[r + a][c + b] += slopes[r][c] * kernel[a][b];
+ dImage[r + a][c + b] += 0;
