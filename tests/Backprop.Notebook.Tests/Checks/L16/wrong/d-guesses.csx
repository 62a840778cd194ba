// L16.d: 0 points
// says: Guessing gives about 10
int[] ReadDigits(float[][] images, int[] labels, float[][] unknown) => [.. unknown.Select((_, i) => i * 7 % 10)];
