// L07.b: 0 points
// says: Every class was added up
- return largest - z[label] + Math.Log(sum);
+ return z.Sum(v => largest - v + Math.Log(sum));
