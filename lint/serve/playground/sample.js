/// What the page shows at first.
export default `'''Ruritania''' is a country in [[Central Europe]. It was founded in 1745.<ref name=history>{{cite web|title=History|url=http:/www.example.org/}}</ref>

== Foreign relations ==
Ruritania has diplomatic relations with 164 countries.</br>
It belongs to five unions: the [[Danube Commission]], the Customs Union, and the Postal Union.

{| class="wikitable"
! Country !! Since
|-
| [[Elbonia|Elbonia]] || 31 February 1922
|-
| Freedonia || 1931
|}

<center>Flags: 🏴🏳 <font color=red>old</font></center>

Today Ruritania maintains diplomatic relations with 171 states.
`;
