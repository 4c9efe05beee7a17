import { expect, test } from "@jest/globals";
import { plainFormula } from "./ods-formula";

test.each([
  ["of:=SUM([.C10:.C14])", "SUM(C10:C14)"],
  ["of:=[.$C$5]+[.C$6]*2", "$C$5+C$6*2"],
  ["of:=[$'Biểu kinh phí'.C8]-[$Sheet1.$D$9]", "'Biểu kinh phí'!C8-'Sheet1'!$D$9"],
  ["of:=SUM([$'Ô d''Or'.A1:.B2];[.C3])", "SUM('Ô d''Or'!A1:B2,C3)"],
  ["of:=SUM([$A.A1:$A.B2])", "SUM('A'!A1:B2)"],
  ['of:=IF(COUNT([.D8:.H8])=0;"";"a;b[.C1]~")', 'IF(COUNT(D8:H8)=0,"","a;b[.C1]~")'],
  ["of:=SUMPRODUCT({1;2|3;4}*[.A1:.B2])", "SUMPRODUCT({1,2;3,4}*A1:B2)"],
  ["of:=SUM([.A1:.A3]~[.C1:.C3])", "SUM(A1:A3,C1:C3)"],
  ["of:=[.#REF!]+1", "#REF!+1"],
  ["of:=SUM([$'Biểu 1'.A1:.#REF!])", "SUM(#REF!)"],
  ["of:=COM.MICROSOFT.CONCAT([.A1];[.B1])", "CONCAT(A1,B1)"],
  ["of:=['file:///tmp/Chi%20ti%E1%BA%BFt.ods'#$'Biểu 1'.C5]", "'[Chi%20ti%E1%BA%BFt.ods]Biểu 1'!C5"],
  ["msoxl:=A1+B1", "A1+B1"],
  ["of:=SUM([.A:.A])", "SUM(A:A)"],
])("%s", (formula, plain) => {
  expect(plainFormula(formula)).toBe(plain);
});
