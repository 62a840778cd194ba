// L13.a: 0 points
// says: Return a new array
- double[] result = [.. w], sum
+ double[] result = w, sum
