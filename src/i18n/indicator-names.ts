/** How plans name one indicator in different words, in whatever language people work. */
export const indicatorNames: {
  /** The first is said as the second; nothing where the unit says it already. */
  readonly same: readonly (readonly [from: string, to: string])[];
  /** Before what the unit is per: "mỗi năm" beside "lần/năm" says nothing new. */
  readonly each: readonly string[];
  /** Words that make no difference. */
  readonly passedOver: string;
} = {
  same: [
    ["10 000", "10000"],
    ["một vạn", "10000"],
    ["trên 10000 dân", ""],
    ["trên 100 000 dân", ""],
    ["1000 trẻ đẻ sống", ""],
    ["1 000 trẻ đẻ sống", ""],
    ["trên địa bàn", ""],
    ["xã phường thị trấn", "xã"],
    ["xã phường", "xã"],
    // each commune has one
    ["trạm y tế xã", "trạm y tế"],
    ["tham gia bảo hiểm y tế", "bhyt"],
    ["có thẻ bảo hiểm y tế", "bhyt"],
    ["người dân", "dân"],
    ["dân số", "dân"],
    ["trẻ em", "trẻ"],
    ["chết", "tử vong"],
  ],
  each: ["mỗi", "mỗi một", "hằng", "hàng", "một", "1"],
  passedOver: "tỷ lệ suất số của với được có các những tỉnh thành phố thể theo tại ở cho bằng",
};
