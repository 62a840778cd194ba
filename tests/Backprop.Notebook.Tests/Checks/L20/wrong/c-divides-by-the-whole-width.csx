// L20.c: 1 points
// says: the whole width; a head's d is the length of its piece
- Math.Sqrt(key.Length))];
+ Math.Sqrt(Q[0].Length))];
