// L19.d: 2 points
// says: A healthy run hits modes
string[] Diagnose() => ["blind", "healthy", "frozen"];
