// L10.c: 2 points
// says: The gradient comes from the other end
- for (int i = parts.Length - 1; i >= 0; i--) g
+ for (int i = 0; i < parts.Length; i++) g
