// L17.b: 1 points
// says: The new memory goes through tanh
- double shown = Math.Tanh(newC);
+ double shown = newC;
