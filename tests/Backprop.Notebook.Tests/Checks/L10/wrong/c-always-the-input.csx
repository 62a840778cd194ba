// L10.c: 0 points
// says: not the input again
- foreach (Part part in parts) z = part.Forward(z);
- return z;
+ double[] o = z; foreach (Part part in parts) o = part.Forward(z); return o;
