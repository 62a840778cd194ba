// L06.d: 1 points
// says: That is a cosine
- (Math.Sin((k + 1) * gap) - Math.Sin(k * gap)) / gap
+ (Math.Cos((k + 1) * gap) - Math.Cos(k * gap)) / gap
- return (w, b, v, 0);
+ return (w, b, v, 1);
