var F=globalThis,G=i=>i,M=F.trustedTypes,Y=M?M.createPolicy("lit-html",{createHTML:i=>i}):void 0,ee="$lit$",y=`lit$${Math.random().toFixed(9).slice(2)}$`,te="?"+y,he=`<${te}>`,v=document,T=()=>v.createComment(""),R=i=>i===null||typeof i!="object"&&typeof i!="function",z=Array.isArray,ue=i=>z(i)||typeof i?.[Symbol.iterator]=="function",P=`[ 	
\f\r]`,A=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,K=/-->/g,Z=/>/g,$=RegExp(`>|${P}(?:([^\\s"'>=/]+)(${P}*=${P}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),J=/'/g,Q=/"/g,ne=/^(?:script|style|textarea|title)$/i,D=i=>(e,...t)=>({_$litType$:i,strings:e,values:t}),l=D(1),Re=D(2),Ce=D(3),C=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),X=new WeakMap,_=v.createTreeWalker(v,129);function ae(i,e){if(!z(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return Y!==void 0?Y.createHTML(e):e}var ge=(i,e)=>{let t=i.length-1,n=[],a,o=e===2?"<svg>":e===3?"<math>":"",s=A;for(let u=0;u<t;u++){let r=i[u],d,h,p=-1,g=0;for(;g<r.length&&(s.lastIndex=g,h=s.exec(r),h!==null);)g=s.lastIndex,s===A?h[1]==="!--"?s=K:h[1]!==void 0?s=Z:h[2]!==void 0?(ne.test(h[2])&&(a=RegExp("</"+h[2],"g")),s=$):h[3]!==void 0&&(s=$):s===$?h[0]===">"?(s=a??A,p=-1):h[1]===void 0?p=-2:(p=s.lastIndex-h[2].length,d=h[1],s=h[3]===void 0?$:h[3]==='"'?Q:J):s===Q||s===J?s=$:s===K||s===Z?s=A:(s=$,a=void 0);let m=s===$&&i[u+1].startsWith("/>")?" ":"";o+=s===A?r+he:p>=0?(n.push(d),r.slice(0,p)+ee+r.slice(p)+y+m):r+y+(p===-2?u:m)}return[ae(i,o+(i[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},S=class i{constructor({strings:e,_$litType$:t},n){let a;this.parts=[];let o=0,s=0,u=e.length-1,r=this.parts,[d,h]=ge(e,t);if(this.el=i.createElement(d,n),_.currentNode=this.el.content,t===2||t===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(a=_.nextNode())!==null&&r.length<u;){if(a.nodeType===1){if(a.hasAttributes())for(let p of a.getAttributeNames())if(p.endsWith(ee)){let g=h[s++],m=a.getAttribute(p).split(y),E=/([.?@])?(.*)/.exec(g);r.push({type:1,index:o,name:E[2],strings:m,ctor:E[1]==="."?W:E[1]==="?"?O:E[1]==="@"?V:x}),a.removeAttribute(p)}else p.startsWith(y)&&(r.push({type:6,index:o}),a.removeAttribute(p));if(ne.test(a.tagName)){let p=a.textContent.split(y),g=p.length-1;if(g>0){a.textContent=M?M.emptyScript:"";for(let m=0;m<g;m++)a.append(p[m],T()),_.nextNode(),r.push({type:2,index:++o});a.append(p[g],T())}}}else if(a.nodeType===8)if(a.data===te)r.push({type:2,index:o});else{let p=-1;for(;(p=a.data.indexOf(y,p+1))!==-1;)r.push({type:7,index:o}),p+=y.length-1}o++}}static createElement(e,t){let n=v.createElement("template");return n.innerHTML=e,n}};function w(i,e,t=i,n){if(e===C)return e;let a=n!==void 0?t._$Co?.[n]:t._$Cl,o=R(e)?void 0:e._$litDirective$;return a?.constructor!==o&&(a?._$AO?.(!1),o===void 0?a=void 0:(a=new o(i),a._$AT(i,t,n)),n!==void 0?(t._$Co??=[])[n]=a:t._$Cl=a),a!==void 0&&(e=w(i,a._$AS(i,e.values),a,n)),e}var L=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,a=(e?.creationScope??v).importNode(t,!0);_.currentNode=a;let o=_.nextNode(),s=0,u=0,r=n[0];for(;r!==void 0;){if(s===r.index){let d;r.type===2?d=new N(o,o.nextSibling,this,e):r.type===1?d=new r.ctor(o,r.name,r.strings,this,e):r.type===6&&(d=new q(o,this,e)),this._$AV.push(d),r=n[++u]}s!==r?.index&&(o=_.nextNode(),s++)}return _.currentNode=v,a}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,t),t+=n.strings.length-2):n._$AI(e[t])),t++}},N=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,a){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=a,this._$Cv=a?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=w(this,e,t),R(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==C&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):ue(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&R(this._$AH)?this._$AA.nextSibling.data=e:this.T(v.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,a=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=S.createElement(ae(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===a)this._$AH.p(t);else{let o=new L(a,this),s=o.u(this.options);o.p(t),this.T(s),this._$AH=o}}_$AC(e){let t=X.get(e.strings);return t===void 0&&X.set(e.strings,t=new S(e)),t}k(e){z(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,n,a=0;for(let o of e)a===t.length?t.push(n=new i(this.O(T()),this.O(T()),this,this.options)):n=t[a],n._$AI(o),a++;a<t.length&&(this._$AR(n&&n._$AB.nextSibling,a),t.length=a)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let n=G(e).nextSibling;G(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},x=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,a,o){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=t,this._$AM=a,this.options=o,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=c}_$AI(e,t=this,n,a){let o=this.strings,s=!1;if(o===void 0)e=w(this,e,t,0),s=!R(e)||e!==this._$AH&&e!==C,s&&(this._$AH=e);else{let u=e,r,d;for(e=o[0],r=0;r<o.length-1;r++)d=w(this,u[n+r],t,r),d===C&&(d=this._$AH[r]),s||=!R(d)||d!==this._$AH[r],d===c?e=c:e!==c&&(e+=(d??"")+o[r+1]),this._$AH[r]=d}s&&!a&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},W=class extends x{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},O=class extends x{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},V=class extends x{constructor(e,t,n,a,o){super(e,t,n,a,o),this.type=5}_$AI(e,t=this){if((e=w(this,e,t,0)??c)===C)return;let n=this._$AH,a=e===c&&n!==c||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,o=e!==c&&(n===c||a);a&&this.element.removeEventListener(this.name,this,n),o&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},q=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){w(this,e)}};var me=F.litHtmlPolyfillSupport;me?.(S,N),(F.litHtmlVersions??=[]).push("3.3.3");var ie=(i,e,t)=>{let n=t?.renderBefore??e,a=n._$litPart$;if(a===void 0){let o=t?.renderBefore??null;n._$litPart$=a=new N(e.insertBefore(T(),o),o,void 0,t??{})}return a._$AI(i),a};var H=class{constructor(e,t){this.language=e;this.changed=t}language;changed;answer=null;failure=null;waiting=!1;address="";timer=0;times=0;gone=new AbortController;want(e,t=450){e!==this.address&&(this.address=e,this.times=0,this.begin(t))}again(){this.times=0,this.begin(0)}forget(){clearTimeout(this.timer),this.gone.abort(),this.address="",this.answer=this.failure=null,this.waiting=!1}begin(e){clearTimeout(this.timer),this.gone.abort(),this.waiting=!0,this.failure=null,this.timer=window.setTimeout(()=>{this.fetch()},e),this.changed()}async fetch(){let e=this.gone=new AbortController,t=null,n=!1;try{let a=await fetch(new URL(this.address,document.baseURI),{signal:e.signal,credentials:"same-origin"});if(a.ok)this.answer=await a.json();else{let o=await a.json().catch(()=>null);n=o?.error?.retry??[502,503,504].includes(a.status),t={sentence:o?.error?.sentences?.[this.language()]??null,lost:!1}}}catch{n=!0,t={sentence:null,lost:!0}}e.signal.aborted||(t&&n&&this.times<24?(this.times+=1,this.timer=window.setTimeout(()=>{this.fetch()},2500),t.lost&&(this.failure=t)):(this.failure=t,this.waiting=!1),this.changed())}};function oe(i,e){let{say:t}=i;return l`<section class="block characteristics" aria-labelledby="lo-characteristics">
    <h2 id="lo-characteristics">${t("char_title")}</h2>
    <p class="told">${t(e.parts.length?"char_told":"char_none")}</p>
    ${e.parts.map(n=>l`<details open class="part"><summary><b>${n.label}</b> <small>${n.number}</small></summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${t("char_title")}, ${n.label}"><table>
        <thead><tr>${["col_balloon","col_what","col_nominal","col_limits","col_by","col_with"].map(a=>l`<th scope="col">${t(a)}</th>`)}</tr></thead>
        <tbody>${n.rows.map(a=>ye(i,n,a))}</tbody></table></div></details>`)}
  </section>`}function ye(i,e,t){let{say:n}=i,a=i.chosen?.part===e.part&&i.chosen.balloon===t.balloon,o=i.face?.part===e.part&&t.faces.includes(i.face.face);return l`<tr data-part=${e.part} data-balloon=${t.balloon} ?data-chosen=${a} ?data-carries=${o}
      @click=${()=>i.choose(e,t)}>
    <td><button type="button" class="balloon" aria-pressed=${a?"true":"false"}
      aria-label=${n("char_show",{balloon:t.balloon,label:t.label})}>${t.balloon}</button></td>
    <th scope="row">${t.label}${t.critical?l`<small>${n("char_every")}</small>`:c}</th>
    <td class="value">${t.nominal}${t.datum?l` <span class="datum">${t.datum}</span>`:c}</td><td class="value">${t.limits}</td>
    <td>${t.by}</td><td>${t.instrument}</td></tr>`}function f(i){return Math.round(i).toFixed(0).replace(/\B(?=(\d{3})+$)/g," ")}function B(i,e){let[t,n]=i.toFixed(2).split(".");return t.replace(/\B(?=(\d{3})+$)/g," ")+(e==="en"?".":",")+n}function b(i,e,t=1){let n=String(Number(i.toFixed(t)));return e==="en"?n:n.replace(".",",")}var k=i=>"refused"in i;function se(i,e){let{say:t}=i,n=e.estimate;return l`<section class="block cost" aria-labelledby="lo-cost">
    <h2 id="lo-cost">${t("cost_title")}</h2>
    ${k(n)?l`<p class="failed">${t(`refused_${n.refused}`)}</p>`:fe(i,n)}
  </section>`}function fe(i,e){let{say:t,data:{language:n}}=i,{currency:a,vat:o,total:s}=e,u=Math.max(1,...e.sums.map(d=>d.high)),r=d=>`${(100*d/u).toFixed(1)}%`;return l`
    <div class="head">
      <p class="figure"><span class="sign">≈</span> ${t("cost_about",{currency:a,likely:f(s.likely)})}</p>
      <label class="pieces">${t("cost_pieces")}<input type="number" inputmode="numeric" min="1" max="1000000" step="1"
        .value=${String(i.quantity)} @change=${d=>i.order(d.target.value)}></label>
    </div>
    <p class="told">${t("cost_band",{low:f(s.low),high:f(s.high),vat:o})}${e.quantity>1?l` ${t("cost_each",{currency:a,each:f(s.likely/e.quantity)})}`:c}</p>
    <ul class="sums">${e.sums.map(d=>l`<li><span>${d.label}</span>
      <span class="span" aria-hidden="true"><i style="left:${r(d.low)};right:calc(100% - ${r(d.high)})"></i><b
        style="left:${r(d.likely)}"></b></span>
      <span class="sum">${f(d.likely)} <small>${f(d.low)}–${f(d.high)}</small></span></li>`)}</ul>
    ${e.left_out.length?l`<div class="left-out"><h3>${t("cost_left_out")}</h3>
      <ul>${e.left_out.map(d=>l`<li>${d}</li>`)}</ul></div>`:c}
    <details><summary>${t("cost_lines")}</summary><div class="scroll" tabindex="0" role="region" aria-label=${t("cost_lines")}>
      <table><thead><tr><th scope="col">${t("cost_what")}</th><th scope="col">${t("cost_origin")}</th>
        <th scope="col" class="number">${t("cost_amount",{currency:a})}</th></tr></thead>
      <tbody>${e.lines.map(d=>l`<tr><th scope="row">${d.what}<small>${e.sums.find(h=>h.kind===d.kind)?.label??""}</small></th><td>${d.origin}</td>
        <td class="number">${B(d.likely,n)}<small>${B(d.low,n)}–${B(d.high,n)}</small></td></tr>`)}
      </tbody></table></div></details>`}function re(i,e){let{say:t,looked:n}=i,a=n.answer&&!n.waiting?n.answer:e.makeability;return l`<section class="block makeable" aria-labelledby="lo-makeable">
    <h2 id="lo-makeable">${t("made_title")}</h2>
    ${k(a)?l`<p class="failed">${t(`refused_${a.refused}`)}</p>`:be(i,a)}
  </section>`}function be(i,e){let{say:t,looked:n,data:{language:a}}=i,o=e.findings.filter(r=>r.severity!=="note"),s=e.findings.filter(r=>r.severity==="note"),u=new Intl.PluralRules(a).select(o.length)==="one"?"made_bad_one":"made_bad_other";return l`
    <p class=${o.length?"told caution":"told good"}>${o.length?t(u,{count:o.length}):t(e.looked?"made_good_looked":"made_good",{count:e.checked})}</p>
    ${o.length?l`<ul class="findings">${o.map(r=>$e(i,r))}</ul>`:c}
    <div class="looking" role="status">${n.waiting?l`<p class="wait">${t("made_looking")}</p>`:n.failure?l`<p class="failed">${n.failure.sentence??t(n.failure.lost?"lost":"failed")}</p>`:c}
      ${n.answer||n.waiting?c:l`<button type="button" class="press" @click=${()=>i.look()}>${t("made_look")}</button>`}</div>
    <details><summary>${t("made_how")}</summary>
      <ul class="plain">
        <li>${t("made_packs",{names:e.packs.map(r=>`${r.shop||r.process} ${r.digest}`).join(", ")})}</li>
        ${e.looked?c:l`<li>${t("made_declared")}</li>`}
        ${s.map(r=>l`<li>${r.sentence}</li>`)}
        ${e.not_judged.map(r=>l`<li>${r}</li>`)}
      </ul></details>`}function $e(i,e){let{way:t}=e;return l`<li><p>${e.sentence}</p><div class="way"><span>${e.suggestion}</span>${t?l`<button type="button" class="press" @click=${()=>i.take(t)}>${i.say("made_take")}</button>`:c}</div></li>`}function de(i,e){let{say:t,data:{language:n}}=i;return l`<section class="block route" aria-labelledby="lo-route">
    <h2 id="lo-route">${t("route_title")}</h2>
    ${k(e)?l`<p class="failed">${t(`refused_${e.refused}`)}</p>`:l`
      <p class="told">${t("route_total",_e(e.estimated_minutes,n,0))}</p>
      ${e.parts.map(a=>l`<details open class="part"><summary><b>${a.pieces>1?`${a.pieces} × `:""}${a.label}</b>
        <small>${[a.number,a.material,a.blank?.form_label,a.blank?.size].filter(Boolean).join(" · ")}</small></summary>
        ${le(i,a.label,a.operations)}</details>`)}
      ${e.assembly.length?l`<details open class="part"><summary><b>${t("route_assembly")}</b></summary>
        ${le(i,t("route_assembly"),e.assembly)}</details>`:c}
      ${e.remarks.length?l`<div class="left-out"><h3>${t("route_remarks")}</h3>
        <ul>${e.remarks.map(a=>l`<li>${a}</li>`)}</ul></div>`:c}`}
  </section>`}function le(i,e,t){let{say:n,data:{language:a}}=i,o=s=>l`${b(s.likely,a)} <small>${b(s.low,a)}–${b(s.high,a)}</small>`;return l`<div class="scroll" tabindex="0" role="region" aria-label="${n("route_title")}, ${e}"><table>
    <thead><tr>${["col_balloon","col_operation","col_centre","col_clamped"].map(s=>l`<th scope="col">${n(s)}</th>`)}
      <th scope="col" class="number">${n("col_minutes")}</th></tr></thead>
    <tbody>${t.map(s=>l`<tr><td>${s.number}</td><th scope="row">${s.label}</th><td>${s.work_centre}</td>
      <td>${[s.setups.map(u=>u.replace("-","−")).join(" "),s.tool?.diameter_mm?`⌀ ${b(s.tool.diameter_mm,a,2)}`:"",s.joins.join(" + ")].filter(Boolean).join(", ")}</td>
      <td class="number">${s.estimated_setup_minutes&&s.estimated_piece_minutes?l`${o(s.estimated_setup_minutes)} + ${o(s.estimated_piece_minutes)}`:"–"}</td></tr>`)}</tbody></table></div>`}function _e(i,e,t){return{low:b(i.low,e,t),likely:b(i.likely,e,t),high:b(i.high,e,t)}}var ce=`.lo-planning { display: block; }
.lo-planning .sheet {
  --surface: var(--lo-surface, #fffdfa); --ink: var(--lo-ink, #1b1a18); --muted: var(--lo-muted, #655f57); --line: var(--lo-line, #ddd8cf);
  --accent: var(--lo-accent, #0f5257); --on-accent: var(--lo-on-accent, #ffffff); --caution: var(--lo-caution, #85560a);
  --radius: var(--lo-radius, 10px); --wash: color-mix(in srgb, var(--accent) 10%, var(--surface));
  color: var(--ink); font: 400 15px/1.45 var(--lo-font, "Hanken Grotesk Variable"), "Hanken Grotesk Variable", system-ui, sans-serif;
  font-variant-numeric: tabular-nums lining-nums; -webkit-font-smoothing: antialiased; -webkit-tap-highlight-color: transparent;
}
.lo-planning *, .lo-planning *::before { box-sizing: border-box; }
.lo-planning :is(p, h2, h3, ul) { margin: 0; padding: 0; }
.lo-planning ul { list-style: none; }
.lo-planning small { font-size: 13px; color: var(--muted); }
.lo-planning h2 { font: 400 22px/1.2 var(--lo-font-display, "Newsreader Variable"), "Newsreader Variable", Georgia, serif; text-wrap: balance; }
.lo-planning [data-view=characteristics] h2, .lo-planning [data-view=route] h2 { font-size: 28px; font-weight: 300; }
.lo-planning h3 { font-size: 13px; font-weight: 400; color: var(--muted); }
.lo-planning :is(button, input) { font: inherit; color: inherit; }
.lo-planning :focus { outline: none; }
.lo-planning :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.lo-planning .state:empty { display: none; }
.lo-planning :is(.state, .wait) { color: var(--muted); padding: 8px 0; }
.lo-planning [data-late] .block { opacity: .55; transition: opacity 200ms; }
.lo-planning [data-late] .state { position: absolute; right: 28px; padding: 0; font-size: 13px; }
.lo-planning [data-view=cost] { position: relative; margin-top: 16px; padding: 24px 28px; border: 1px solid var(--line); border-radius: calc(var(--radius) + 4px); background: var(--surface); }
.lo-planning .block + .block { margin-top: 24px; padding-top: 24px; border-top: 1px solid var(--line); }
.lo-planning .failure { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 8px 0; }
.lo-planning :is(.failed, .caution) { color: var(--caution); text-wrap: pretty; }
.lo-planning .press { min-height: 40px; padding: 0 16px; border: 1px solid var(--accent); border-radius: 20px; color: var(--accent);
  background: var(--surface); font-weight: 560; cursor: pointer; flex: none; }
.lo-planning .press:hover { background: var(--accent); color: var(--on-accent); }
.lo-planning .told { color: var(--muted); text-wrap: pretty; margin-top: 4px; }
.lo-planning .told.caution { color: var(--caution); }

.lo-planning .head { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: 8px 16px; margin-top: 8px; }
.lo-planning .figure { font: 300 38px/1.1 var(--lo-font-display, "Newsreader Variable"), "Newsreader Variable", Georgia, serif; white-space: nowrap; }
.lo-planning .figure .sign { color: var(--muted); }
.lo-planning .pieces { display: flex; align-items: center; gap: 8px; color: var(--muted); font-size: 14px; }
.lo-planning .pieces input { width: 88px; min-height: 40px; padding: 0 10px; border: 1px solid var(--line); border-radius: 8px; color: var(--ink); background: none; text-align: right; }
.lo-planning .sums { margin-top: 16px; }
.lo-planning .sums li { display: grid; grid-template-columns: minmax(92px, 1fr) minmax(60px, 2fr) minmax(150px, auto); gap: 12px; align-items: center;
  padding: 6px 0; border-bottom: 1px solid var(--line); }
.lo-planning .sum { text-align: right; white-space: nowrap; }
.lo-planning .sum small { display: inline-block; min-width: 92px; }
.lo-planning .span { position: relative; height: 8px; }
.lo-planning .span i { position: absolute; top: 3px; height: 2px; border-radius: 1px; background: color-mix(in srgb, var(--muted) 55%, var(--surface)); }
.lo-planning .span b { position: absolute; top: 0; width: 2px; height: 8px; margin-left: -1px; background: var(--accent); }
.lo-planning .left-out { margin-top: 16px; }
.lo-planning .left-out li { padding: 4px 0; text-wrap: pretty; }

.lo-planning details { margin-top: 8px; }
.lo-planning summary { min-height: 40px; padding: 9px 0; color: var(--accent); cursor: pointer; }
.lo-planning .part summary { color: var(--ink); }
.lo-planning .part summary b { font-weight: 560; }
.lo-planning .plain li { padding: 4px 0; color: var(--muted); text-wrap: pretty; }
.lo-planning .scroll { overflow-x: auto; max-width: 100%; }
.lo-planning table { width: 100%; border-collapse: collapse; font-size: 14px; }
.lo-planning :is(th, td) { padding: 9px 14px 9px 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; vertical-align: top; }
.lo-planning tr > :last-child { padding-right: 0; }
.lo-planning thead th { font-size: 13px; color: var(--muted); vertical-align: bottom; }
.lo-planning :is(th, td) > small { display: block; }
.lo-planning .number { text-align: right; white-space: nowrap; }
.lo-planning .number small { display: inline; }
.lo-planning .cost .number small { display: block; }
.lo-planning .value { white-space: nowrap; }

.lo-planning .findings li { padding: 12px 0; border-bottom: 1px solid var(--line); }
.lo-planning .way { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px; margin-top: 4px; }
.lo-planning .way span { flex: 1 1 12rem; font-weight: 540; text-wrap: pretty; }
.lo-planning .looking { margin-top: 12px; }
.lo-planning .looking:empty { display: none; }

.lo-planning .characteristics tbody tr { cursor: pointer; }
.lo-planning .characteristics tbody tr:hover { background: color-mix(in srgb, var(--ink) 4%, transparent); }
.lo-planning .characteristics tbody tr:is([data-chosen], [data-carries]) { background: var(--wash); }
.lo-planning .characteristics td:first-child { padding: 3px 10px 3px 4px; }
.lo-planning .balloon { min-width: 40px; height: 40px; padding: 0; border: 0; background: none; cursor: pointer; }
.lo-planning .balloon { display: inline-grid; place-items: center; position: relative; isolation: isolate; }
.lo-planning .balloon::before { content: ""; position: absolute; z-index: -1; inset: 5px; border: 1px solid var(--muted); border-radius: 50%; }
.lo-planning .balloon[aria-pressed=true], .lo-planning [data-carries] .balloon { color: var(--on-accent); }
.lo-planning .balloon[aria-pressed=true]::before, .lo-planning [data-carries] .balloon::before { background: var(--accent); border-color: var(--accent); }
.lo-planning .datum { display: inline-block; min-width: 22px; padding: 0 5px; border: 1px solid var(--ink); text-align: center; font-size: 13px; }
@media (max-width: 640px) {
  .lo-planning [data-view=cost] { padding: 20px; margin-top: 16px; }
  .lo-planning .sums li { grid-template-columns: 1fr auto; }
  .lo-planning .span { display: none; }
  .lo-planning .sum small { min-width: 84px; }
  .lo-planning .pieces input { width: 76px; }
}
@media (prefers-reduced-motion: reduce) { .lo-planning [data-late] .block { transition: none; } }
@media (forced-colors: active) { .lo-planning .balloon[aria-pressed=true]::before { outline: 2px solid Highlight; } }
`;var we={cost_title:"What it will cost, about",cost_about:"{currency} {likely}",cost_band:"Estimate: between {low} and {high}, {vat}. This is no offer.",cost_each:"About {currency} {each} a piece.",cost_pieces:"Pieces",cost_lines:"Where every amount comes from",cost_what:"What",cost_origin:"Comes from",cost_amount:"Estimate, {currency}",cost_left_out:"Not in the estimate",cost_waiting:"The estimate is being worked out …",cost_again:"Being worked out anew …",failed:"This could not be worked out. Your choices are kept.",lost:"The connection is lost. It is tried again by itself.",again:"Try again",refused_shop:"The shop profile of this installation cannot be read, so there is no estimate. Its operator finds the reason in the log. Your choices are kept.",refused_packs:"The rule packs of this installation cannot be read, so nothing is judged. Their operator finds the reason in the log. Your choices are kept.",refused_plan:"This could not be worked out for this design. The operator finds the reason in the log. Your choices are kept.",made_title:"Can it be made",made_good:"Yes. Nothing that is declared of it passes a limit of the workshop ({count} checked).",made_good_looked:"Yes. Every part was looked at as it is made ({count} parts), and none passes a limit of the workshop.",made_bad_one:"{count} thing should be changed, or agreed with the workshop.",made_bad_other:"{count} things should be changed, or agreed with the workshop.",made_waiting:"Whether it can be made is being worked out …",made_take:"Change it so",made_look:"Look at every part",made_looking:"Every part is being looked at …",made_how:"How this was judged",made_packs:"By the rule packs {names}.",made_declared:"By what is declared of the parts; their exact shapes are judged once more when the files are made.",char_title:"Characteristics",char_told:"Tap a line and its faces light up. Tap a face and its dimension is shown with its limits.",char_waiting:"The characteristics are being looked up …",char_none:"Nothing is controlled of this product.",char_show:"{balloon}, {label}: show it on the product",char_every:"every piece",col_balloon:"No.",col_what:"What",col_nominal:"Nominal",col_limits:"Limits",col_by:"Fit or standard",col_with:"Measured with",route_title:"Route",route_waiting:"The route is being worked out …",route_total:"The whole order takes about {likely} minutes, between {low} and {high}. This is an estimate.",route_assembly:"Assembly",route_remarks:"To be confirmed or settled",col_operation:"Operation",col_centre:"Work centre",col_clamped:"Clamped from, tool",col_minutes:"Set up + each, min"},pe=new Set;function U(i){return(e,t={})=>{let n=i[e];return n===void 0&&(n=we[e],pe.has(e)||console.error(`planning: the page gives no text for "${e}"`),pe.add(e)),n.replace(/\{(\w+)\}/g,(a,o)=>String(t[o]??a))}}var xe="lo-characteristic",ke="lo-face",Ae={cost:"cost_waiting",characteristics:"char_waiting",route:"route_waiting"},I=class{constructor(e){this.component=e;this.data=e.data,this.say=U(this.data.texts),this.quantity=this.data.quantity??1,this.asked=new H(()=>this.data.language,()=>this.redraw()),this.looked=new H(()=>this.data.language,()=>this.redraw()),this.root.className="lo-planning";let t=document.createElement("style");t.textContent=ce,this.root.append(t,this.drawn),e.parentElement.append(this.root),window.addEventListener(ke,n=>this.tapped(n.detail),{signal:this.gone.signal}),this.ask(),this.redraw()}component;data;say;quantity;chosen=null;face=null;looked;asked;root=document.createElement("div");drawn=document.createElement("div");gone=new AbortController;update(e){let t=this.data;this.component=e,this.data=e.data,this.say=U(this.data.texts),(t.configuration!==this.data.configuration||t.language!==this.data.language)&&(this.looked.forget(),this.chosen=this.face=null),this.ask(),this.redraw()}dispose(){this.gone.abort(),this.asked.forget(),this.looked.forget(),this.root.remove()}order(e){let t=Number(e);Number.isInteger(t)&&t>=1&&t<=1e6&&(this.quantity=t),this.ask(),this.redraw()}look(){this.looked.forget(),this.looked.want(this.address("makeability"),0)}take(e){this.component.setTriggerValue("make",e)}choose(e,t){let n=this.chosen?.part===e.part&&this.chosen.balloon===t.balloon;this.chosen=n?null:{part:e.part,balloon:t.balloon},this.face=null;let a=[[t.nominal,t.limits],[t.by,t.instrument]];window.dispatchEvent(new CustomEvent(xe,{detail:n?null:{part:e.part,faces:t.faces,title:`${t.balloon} · ${t.label}`,lines:a}})),this.redraw()}tapped(e){this.face=e,this.chosen=null,this.redraw(),this.root.querySelector("[data-carries]")?.scrollIntoView({block:"nearest"})}address(e){let{configuration:t,language:n}=this.data;return`/api/${e}/${t}/${n}.json`}ask(){let{view:e}=this.data;e==="characteristics"?this.asked.want(this.address("characteristics")):e==="cost"?this.asked.want(`${this.address("cost")}?quantity=${this.quantity}`):this.data.route||this.asked.want(`${this.address("route")}?quantity=${this.quantity}`)}redraw(){let{asked:e,data:t,say:n}=this,a=t.route??e.answer,o=e.waiting&&a!==null;ie(l`<div class="sheet" lang=${t.language} data-view=${t.view} aria-busy=${e.waiting?"true":"false"} ?data-late=${o}>
      <p class="state" role="status">${e.failure?c:o?n("cost_again"):e.waiting?n(Ae[t.view]):c}</p>
      ${e.failure?l`<div class="failure" role="alert"><p class="failed">${e.failure.sentence??n(e.failure.lost?"lost":"failed")}</p>
        <button type="button" class="press" @click=${()=>e.again()}>${n("again")}</button></div>`:c}
      ${a?this.sections(a):c}</div>`,this.drawn)}sections(e){switch(this.data.view){case"cost":return l`${se(this,e)}${re(this,e)}`;case"characteristics":return oe(this,e);case"route":return de(this,e)}}};var j=new WeakMap;function Te(i){let e=i.parentElement,t=j.get(e);t?(clearTimeout(t.leaving),t.sheet.update(i)):j.set(e,t={sheet:new I(i),leaving:0});let n=t;return()=>{clearTimeout(n.leaving),n.leaving=window.setTimeout(()=>{n.sheet.dispose(),j.get(e)===n&&j.delete(e)})}}export{Te as default};
