// L11.c: 4 points
// says: where the first epoch ends
- for (int epoch = 0; epoch < epochs; epoch++)
+ for (int epoch = 0; epoch < Math.Min(1, epochs); epoch++)
