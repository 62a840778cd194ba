// L10.c: 0 points
// says: The parts were called from last to first
- foreach (Part part in parts) z = part.Forward(z);
+ foreach (Part part in Enumerable.Reverse(parts)) z = part.Forward(z);
