// L16.a: 4 points
// says: the window moves by 1
- * Pixel(r * stride + a - padding, c * stride + b - padding);
+ * Pixel(r + a - padding, c + b - padding);
