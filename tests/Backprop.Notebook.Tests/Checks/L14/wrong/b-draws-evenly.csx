// L14.b: 1 points
// says: These numbers are spread evenly
- for (int k = 0; k < inputs; k++) rows[i][k] = deviation * Bell(random);
+ for (int k = 0; k < inputs; k++) rows[i][k] = deviation * (2 * random.NextDouble() - 1);
