/** All style sheets of the panel in one text. */

import answer from "./style/answer.css";
import choice from "./style/choice.css";
import frame from "./style/frame.css";
import number from "./style/number.css";
import text from "./style/text.css";

export default [frame, number, choice, text, answer].join("\n");
