// L16.a: 4 points
// says: That is the size for stride 1
- int rows = (height + 2 * padding - kernel.Length) / stride + 1;
+ int rows = height + 2 * padding - kernel.Length + 1;
- int columns = (width + 2 * padding - kernel[0].Length) / stride + 1;
+ int columns = width + 2 * padding - kernel[0].Length + 1;
- * Pixel(r * stride + a - padding, c * stride + b - padding);
+ * Pixel(r + a - padding, c + b - padding);
