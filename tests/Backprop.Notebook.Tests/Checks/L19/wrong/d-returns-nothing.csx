// L19.d: 0 points
// says: three words are asked
string[] Diagnose() => [];
