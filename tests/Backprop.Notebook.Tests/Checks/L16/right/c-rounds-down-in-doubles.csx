// L16.c
int OutSize(int size, int kernel, int stride, int padding) =>
    1 + (int)Math.Floor((size - kernel + 2.0 * padding) / stride);
