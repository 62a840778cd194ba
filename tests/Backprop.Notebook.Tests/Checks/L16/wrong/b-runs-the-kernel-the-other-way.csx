// L16.b: 3 points
// says: The kernel runs the other way
- dImage[r + a][c + b] += slopes[r][c] * kernel[a][b];
+ dImage[r + a][c + b] += slopes[r][c] * kernel[kernel.Length - 1 - a][kernel[0].Length - 1 - b];
