// L16.a: 4 points
// says: The window starts at the first pixel
- * Pixel(r * stride + a - padding, c * stride + b - padding);
+ * Pixel(r * stride + a, c * stride + b);
