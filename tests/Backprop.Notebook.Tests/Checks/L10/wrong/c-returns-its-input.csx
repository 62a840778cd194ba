// L10.c: 0 points
// says: came out unchanged
- foreach (Part part in parts) z = part.Forward(z);
+ 
