// L19.d: 2 points
// says: is none of the five words
string[] Diagnose() => ["blind", "mode collapse", "frozen"];
