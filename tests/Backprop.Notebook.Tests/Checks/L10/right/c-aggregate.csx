// L10.c
- foreach (Part part in parts) z = part.Forward(z);
- return z;
+ return parts.Aggregate(z, (v, part) => part.Forward(v));
