// L09.c: 3 points
// says: Those are sums
- / X.Length;
+ ;
