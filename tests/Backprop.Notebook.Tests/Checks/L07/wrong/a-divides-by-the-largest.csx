// L07.a: 0 points
// says: You divided by the largest exp
- double sum = e.Sum();
+ double sum = e.Max();
