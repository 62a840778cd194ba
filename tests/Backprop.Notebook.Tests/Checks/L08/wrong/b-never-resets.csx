// L08.b: 4 points
// says: Old slopes were still there
- foreach (Value v in order) v.Grad = 0;
