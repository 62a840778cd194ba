// L16.d: 0 points
// says: All your answers are 3
int[] ReadDigits(float[][] images, int[] labels, float[][] unknown) => [.. unknown.Select(_ => 3)];
