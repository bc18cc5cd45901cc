var D=globalThis,U=a=>a,H=D.trustedTypes,Y=H?H.createPolicy("lit-html",{createHTML:a=>a}):void 0,ee="$lit$",f=`lit$${Math.random().toFixed(9).slice(2)}$`,te="?"+f,fe=`<${te}>`,_=document,T=()=>_.createComment(""),R=a=>a===null||typeof a!="object"&&typeof a!="function",F=Array.isArray,be=a=>F(a)||typeof a?.[Symbol.iterator]=="function",P=`[ 	
\f\r]`,A=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,K=/-->/g,Z=/>/g,v=RegExp(`>|${P}(?:([^\\s"'>=/]+)(${P}*=${P}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),J=/'/g,Q=/"/g,ne=/^(?:script|style|textarea|title)$/i,G=a=>(e,...t)=>({_$litType$:a,strings:e,values:t}),l=G(1),ie=G(2),Be=G(3),C=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),X=new WeakMap,w=_.createTreeWalker(_,129);function ae(a,e){if(!F(a)||!a.hasOwnProperty("raw"))throw Error("invalid template strings array");return Y!==void 0?Y.createHTML(e):e}var $e=(a,e)=>{let t=a.length-1,n=[],i,o=e===2?"<svg>":e===3?"<math>":"",s=A;for(let h=0;h<t;h++){let r=a[h],d,p,u=-1,m=0;for(;m<r.length&&(s.lastIndex=m,p=s.exec(r),p!==null);)m=s.lastIndex,s===A?p[1]==="!--"?s=K:p[1]!==void 0?s=Z:p[2]!==void 0?(ne.test(p[2])&&(i=RegExp("</"+p[2],"g")),s=v):p[3]!==void 0&&(s=v):s===v?p[0]===">"?(s=i??A,u=-1):p[1]===void 0?u=-2:(u=s.lastIndex-p[2].length,d=p[1],s=p[3]===void 0?v:p[3]==='"'?Q:J):s===Q||s===J?s=v:s===K||s===Z?s=A:(s=v,i=void 0);let y=s===v&&a[h+1].startsWith("/>")?" ":"";o+=s===A?r+fe:u>=0?(n.push(d),r.slice(0,u)+ee+r.slice(u)+f+y):r+f+(u===-2?h:y)}return[ae(a,o+(a[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},S=class a{constructor({strings:e,_$litType$:t},n){let i;this.parts=[];let o=0,s=0,h=e.length-1,r=this.parts,[d,p]=$e(e,t);if(this.el=a.createElement(d,n),w.currentNode=this.el.content,t===2||t===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(i=w.nextNode())!==null&&r.length<h;){if(i.nodeType===1){if(i.hasAttributes())for(let u of i.getAttributeNames())if(u.endsWith(ee)){let m=p[s++],y=i.getAttribute(u).split(f),E=/([.?@])?(.*)/.exec(m);r.push({type:1,index:o,name:E[2],strings:y,ctor:E[1]==="."?z:E[1]==="?"?V:E[1]==="@"?O:k}),i.removeAttribute(u)}else u.startsWith(f)&&(r.push({type:6,index:o}),i.removeAttribute(u));if(ne.test(i.tagName)){let u=i.textContent.split(f),m=u.length-1;if(m>0){i.textContent=H?H.emptyScript:"";for(let y=0;y<m;y++)i.append(u[y],T()),w.nextNode(),r.push({type:2,index:++o});i.append(u[m],T())}}}else if(i.nodeType===8)if(i.data===te)r.push({type:2,index:o});else{let u=-1;for(;(u=i.data.indexOf(f,u+1))!==-1;)r.push({type:7,index:o}),u+=f.length-1}o++}}static createElement(e,t){let n=_.createElement("template");return n.innerHTML=e,n}};function x(a,e,t=a,n){if(e===C)return e;let i=n!==void 0?t._$Co?.[n]:t._$Cl,o=R(e)?void 0:e._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(a),i._$AT(a,t,n)),n!==void 0?(t._$Co??=[])[n]=i:t._$Cl=i),i!==void 0&&(e=x(a,i._$AS(a,e.values),i,n)),e}var L=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,i=(e?.creationScope??_).importNode(t,!0);w.currentNode=i;let o=w.nextNode(),s=0,h=0,r=n[0];for(;r!==void 0;){if(s===r.index){let d;r.type===2?d=new M(o,o.nextSibling,this,e):r.type===1?d=new r.ctor(o,r.name,r.strings,this,e):r.type===6&&(d=new q(o,this,e)),this._$AV.push(d),r=n[++h]}s!==r?.index&&(o=w.nextNode(),s++)}return w.currentNode=_,i}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,t),t+=n.strings.length-2):n._$AI(e[t])),t++}},M=class a{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,i){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=x(this,e,t),R(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==C&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):be(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&R(this._$AH)?this._$AA.nextSibling.data=e:this.T(_.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=S.createElement(ae(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(t);else{let o=new L(i,this),s=o.u(this.options);o.p(t),this.T(s),this._$AH=o}}_$AC(e){let t=X.get(e.strings);return t===void 0&&X.set(e.strings,t=new S(e)),t}k(e){F(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,n,i=0;for(let o of e)i===t.length?t.push(n=new a(this.O(T()),this.O(T()),this,this.options)):n=t[i],n._$AI(o),i++;i<t.length&&(this._$AR(n&&n._$AB.nextSibling,i),t.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let n=U(e).nextSibling;U(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},k=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,i,o){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=t,this._$AM=i,this.options=o,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=c}_$AI(e,t=this,n,i){let o=this.strings,s=!1;if(o===void 0)e=x(this,e,t,0),s=!R(e)||e!==this._$AH&&e!==C,s&&(this._$AH=e);else{let h=e,r,d;for(e=o[0],r=0;r<o.length-1;r++)d=x(this,h[n+r],t,r),d===C&&(d=this._$AH[r]),s||=!R(d)||d!==this._$AH[r],d===c?e=c:e!==c&&(e+=(d??"")+o[r+1]),this._$AH[r]=d}s&&!i&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},z=class extends k{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},V=class extends k{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},O=class extends k{constructor(e,t,n,i,o){super(e,t,n,i,o),this.type=5}_$AI(e,t=this){if((e=x(this,e,t,0)??c)===C)return;let n=this._$AH,i=e===c&&n!==c||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,o=e!==c&&(n===c||i);i&&this.element.removeEventListener(this.name,this,n),o&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},q=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){x(this,e)}};var ve=D.litHtmlPolyfillSupport;ve?.(S,M),(D.litHtmlVersions??=[]).push("3.3.3");var oe=(a,e,t)=>{let n=t?.renderBefore??e,i=n._$litPart$;if(i===void 0){let o=t?.renderBefore??null;n._$litPart$=i=new M(e.insertBefore(T(),o),o,void 0,t??{})}return i._$AI(a),i};var N=class{constructor(e,t){this.language=e;this.changed=t}language;changed;answer=null;failure=null;waiting=!1;address="";timer=0;times=0;resting=!1;gone=new AbortController;want(e,t=5e3){e!==this.address&&(this.address=e,this.times=0,this.begin(t))}wake(){this.resting&&(clearTimeout(this.timer),this.timer=window.setTimeout(()=>{this.fetch()},0))}again(){this.times=0,this.begin(0)}forget(){clearTimeout(this.timer),this.gone.abort(),this.address="",this.answer=this.failure=null,this.waiting=this.resting=!1}begin(e){clearTimeout(this.timer),this.gone.abort(),this.waiting=this.resting=!0,this.failure=null,this.timer=window.setTimeout(()=>{this.fetch()},e),this.changed()}async fetch(){this.resting=!1;let e=this.gone=new AbortController,t=null,n=!1;try{let i=await fetch(new URL(this.address,document.baseURI),{signal:e.signal,credentials:"same-origin"});if(i.ok)this.answer=await i.json();else{let o=await i.json().catch(()=>null);n=o?.error?.retry??[502,503,504].includes(i.status),t={sentence:o?.error?.sentences?.[this.language()]??null,lost:!1}}}catch{n=!0,t={sentence:null,lost:!0}}e.signal.aborted||(t&&n&&this.times<24?(this.times+=1,this.timer=window.setTimeout(()=>{this.fetch()},2500),t.lost&&(this.failure=t)):(this.failure=t,this.waiting=!1),this.changed())}};var we={straightness:"M3 10h14",flatness:"M2 15 6 5h12l-4 10z",roundness:"M16 10a6 6 0 1 1-12 0 6 6 0 0 1 12 0z",cylindricity:"M14 10a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 17 8 3M12 17l6-14",parallelism:"M5 17 10 3M10 17l5-14",perpendicularity:"M3 16h14M10 16V4",angularity:"M17 16H3L14 5",position:"M15 10a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM10 2v16M2 10h16",coaxiality:"M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",runout:"M4 16 16 4M9.5 4H16v6.5",profile:"M3 14a7 7 0 0 1 14 0z"};function se(a){let e=we[a];return e?ie`<svg class="symbol" viewBox="0 0 20 20" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4"
    stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${e}></path></svg>`:c}function le(a,e){let{say:t}=a;return l`<section class="block characteristics" aria-labelledby="lo-characteristics">
    <h2 id="lo-characteristics">${t("char_title")}</h2>
    <p class="told">${t(e.parts.length?"char_told":"char_none")}</p>
    ${e.parts.map((n,i)=>l`<details class="part" ?open=${i===0||a.face?.part===n.part}>
      <summary><b>${n.label}</b> <small>${n.number} · ${n.rows.length}</small></summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${t("char_title")}, ${n.label}"><table role="table">
        <thead role="rowgroup"><tr role="row">${["col_balloon","col_what","col_nominal","col_limits","col_by"].map(o=>l`<th scope="col" role="columnheader">${t(o)}</th>`)}</tr></thead>
        <tbody role="rowgroup">${n.rows.map(o=>_e(a,n,o))}</tbody></table></div></details>`)}
  </section>`}function _e(a,e,t){let{say:n}=a,i=a.chosen?.part===e.part&&a.chosen.balloon===t.balloon,o=a.face?.part===e.part&&t.faces.includes(a.face.face);return l`<tr role="row" data-part=${e.part} data-balloon=${t.balloon} ?data-chosen=${i} ?data-carries=${o}
      @click=${()=>a.choose(e,t)}>
    <td role="cell"><button type="button" class="balloon" aria-pressed=${i?"true":"false"}
      aria-label=${n("char_show",{balloon:t.balloon,label:t.label})}>${t.balloon}</button></td>
    <th scope="row" role="rowheader">${t.label}<small>${t.instrument}${t.critical?` · ${n("char_every")}`:""}</small></th>
    <td class="value nominal" role="cell">${se(t.kind)}${t.nominal}${t.datum?l` <span class="datum">${t.datum}</span>`:c}</td><td class="value limits" role="cell">${t.limits}</td>
    <td class="value by" role="cell">${t.by}</td></tr>`}function b(a){return Math.round(a).toFixed(0).replace(/\B(?=(\d{3})+$)/g," ")}function j(a,e){let[t,n]=a.toFixed(2).split(".");return t.replace(/\B(?=(\d{3})+$)/g," ")+(e==="en"?".":",")+n}function g(a,e,t=1){let n=String(Number(a.toFixed(t)));return e==="en"?n:n.replace(".",",")}var $=a=>"refused"in a;function re(a,e){let{say:t}=a,n=e.estimate;return l`<section class="block cost" aria-labelledby="lo-cost">
    <h2 id="lo-cost">${t("cost_title")}</h2>
    ${$(n)?l`<p class="failed">${t(`refused_${n.refused}`)}</p>`:xe(a,n)}
  </section>`}function xe(a,e){let{say:t,data:{language:n}}=a,{currency:i,vat:o,total:s}=e,h=Math.max(1,...e.sums.map(d=>d.high)),r=d=>`${(100*d/h).toFixed(1)}%`;return l`
    <div class="head">
      <p class="figure"><span class="sign">≈</span> ${t("cost_about",{currency:i,likely:b(s.likely)})}</p>
      <label class="pieces">${t("cost_pieces")}<input type="number" inputmode="numeric" min="1" max="1000000" step="1"
        .value=${String(a.quantity)} @change=${d=>a.order(d.target.value)}></label>
    </div>
    <p class="told">${t("cost_band",{low:b(s.low),high:b(s.high),vat:o})}${e.quantity>1?l` ${t("cost_each",{currency:i,each:b(s.likely/e.quantity)})}`:c}</p>
    <p class="hint">${t("cost_lines",{currency:i})}</p>
    <ul class="sums">${e.sums.map(d=>l`<li><details><summary><span class="name">${d.label}</span>
      <span class="span" aria-hidden="true"><i style="left:${r(d.low)};right:calc(100% - ${r(d.high)})"></i><b
        style="left:${r(d.likely)}"></b></span>
      <span class="sum">${b(d.likely)} <small>${b(d.low)}–${b(d.high)}</small></span></summary>
      <ul class="lines">${e.lines.filter(p=>p.kind===d.kind).map(p=>l`<li><span>${p.what}
        <small>${p.origin}</small></span><span class="sum">${j(p.likely,n)}
        <small>${j(p.low,n)}–${j(p.high,n)}</small></span></li>`)}</ul></details></li>`)}</ul>
    ${e.left_out.length?l`<div class="left-out"><h3>${t("cost_left_out")}</h3>
      <ul>${e.left_out.map(d=>l`<li>${d}</li>`)}</ul></div>`:c}`}function de(a,e){let{say:t,looked:n}=a,i=n.answer&&!n.waiting?n.answer:e.makeability;return l`<section class="block makeable" aria-labelledby="lo-makeable">
    <h2 id="lo-makeable">${t("made_title")}</h2>
    ${$(i)?l`<p class="failed">${t(`refused_${i.refused}`)}</p>`:ke(a,i)}
  </section>`}function ke(a,e){let{say:t,looked:n,data:{language:i}}=a,o=e.findings.filter(r=>r.severity!=="note"),s=e.findings.filter(r=>r.severity==="note"),h=new Intl.PluralRules(i).select(o.length)==="one"?"made_bad_one":"made_bad_other";return l`
    <p class=${o.length?"told caution":"told good"}>${o.length?t(h,{count:o.length}):t(e.looked?"made_good_looked":"made_good",{count:e.checked})}</p>
    ${o.length?l`<ul class="findings">${o.map(r=>Ae(a,r))}</ul>`:c}
    <div class="looking" role="status">${n.waiting?l`<p class="wait">${t("made_looking")}</p>`:n.failure?l`<p class="failed">${n.failure.sentence??t(n.failure.lost?"lost":"failed")}</p>`:c}
      ${n.answer||n.waiting?c:l`<button type="button" class="press" @click=${()=>a.look()}>${t("made_look")}</button>`}</div>
    <details><summary>${t("made_how")}</summary>
      <ul class="plain">
        <li>${t("made_packs",{names:e.packs.map(r=>`${r.shop||r.process} ${r.digest}`).join(", ")})}</li>
        ${e.looked?c:l`<li>${t("made_declared")}</li>`}
        ${s.map(r=>l`<li>${r.sentence}</li>`)}
        ${e.not_judged.map(r=>l`<li>${r}</li>`)}
      </ul></details>`}function Ae(a,e){let{way:t}=e;return l`<li><p>${e.sentence}</p><div class="way"><span>${e.suggestion}</span>${t?l`<button type="button" class="press" @click=${()=>a.take(t)}>${a.say("made_take")}</button>`:c}</div></li>`}async function ce(a,e,t,n){let i=new URL(`/api/jobs/${e}/measured?language=${t}&name=${encodeURIComponent(a.name)}`,document.baseURI);try{let o=await fetch(i,{method:"POST",body:a,credentials:"same-origin"}),s=await o.json();return o.ok?{answer:s,problems:[]}:{answer:null,problems:s.problems??[s.error?.sentences?.[t]??n]}}catch{return{answer:null,problems:[n]}}}function pe(a){let{say:e}=a;return l`<section class="block measured" aria-labelledby="lo-measured">
    <h2 id="lo-measured">${e("meas_title")}</h2>
    <p class="told">${e("meas_told")}</p>
    <label class="press give" @dragover=${t=>t.preventDefault()} @drop=${t=>{t.preventDefault(),a.give(t.dataTransfer?.files??null)}}>${e("meas_choose")}<input type="file" accept=".csv,.xlsx" multiple class="unseen" @change=${t=>{let n=t.target;a.give(n.files),n.value=""}}></label>
    <div aria-live="polite">${a.given.map(t=>Te(a,t))}</div>
  </section>`}function Te(a,e){let{say:t}=a,{answer:n}=e;return l`<div class="given"><div class="way"><h3>${e.name}</h3>
      <button type="button" class="quiet" @click=${()=>a.drop(e)}>${t("meas_remove")}</button></div>
    ${e.problems.map(i=>l`<p class="failed">${i}</p>`)}
    ${n?Re(a,n,e.name):e.problems.length?c:l`<p class="wait">${t("meas_reading")}</p>`}</div>`}function Re(a,e,t){let{say:n}=a,{rows:i}=e,o=i.some(d=>d.piece>1),s=d=>i.filter(p=>p.verdict===d).length,h=s("not_conforming"),r=s("undecided");return l`
    ${i.length?h?l`<p class="verdict failed">${n("meas_bad",{count:h,all:i.length})}</p>`:r?c:l`<p class="verdict good">${n("meas_good",{count:i.length})}</p>`:l`<p class="failed">${n("meas_none")}</p>`}
    ${r?l`<p class="failed">${n("meas_open",{count:r})}</p>`:c}
    ${i.length?l`<div class="scroll" tabindex="0" role="region" aria-label="${n("meas_title")}, ${t}"><table role="table">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${n("col_balloon")}</th><th scope="col" role="columnheader">${n("col_what")}</th>
        ${o?l`<th scope="col" role="columnheader">${n("col_piece")}</th>`:c}
        ${["col_limits","col_measured","col_result"].map(d=>l`<th scope="col" role="columnheader">${n(d)}</th>`)}</tr></thead>
      <tbody role="rowgroup">${i.map((d,p)=>l`${d.part===i[p-1]?.part?c:l`<tr role="row" class="of"><th scope="rowgroup" role="rowheader" colspan=${o?6:5}><b>${d.part}</b></th></tr>`}<tr role="row" data-verdict=${d.verdict}>
        <td role="cell">${d.balloon}</td><th scope="row" role="rowheader">${d.label}</th>${o?l`<td role="cell" class="piece">${d.piece}</td>`:c}
        <td class="value limits" role="cell">${d.limits}</td><td class="value number" role="cell">${d.measured}</td><td class="result" role="cell">${d.result}</td></tr>`)}</tbody>
      </table></div>`:c}`}function me(a,e){let{say:t,data:{language:n}}=a;return l`<section class="block route" aria-labelledby="lo-route">
    <h2 id="lo-route">${t("route_title")}</h2>
    ${$(e)?l`<p class="failed">${t(`refused_${e.refused}`)}</p>`:l`
      <p class="told">${t("route_total",Ce(e.estimated_minutes,n,0))}</p>
      ${e.parts.map((i,o)=>l`<details class="part" ?open=${o===0}><summary><b>${i.pieces>1?`${i.pieces} × `:""}${i.label}</b>
        <small>${[i.number,i.material,i.blank?.form_label,i.blank?.size,ue(a,i.operations,i.pieces*e.quantity)].filter(Boolean).join(" · ")}</small></summary>
        ${he(a,i.label,i.operations)}</details>`)}
      ${e.assembly.length?l`<details class="part"><summary><b>${t("route_assembly")}</b>
        <small>${ue(a,e.assembly,e.quantity)}</small></summary>
        ${he(a,t("route_assembly"),e.assembly)}</details>`:c}
      ${e.remarks.length?l`<div class="left-out"><h3>${t("route_remarks")}</h3>
        <ul>${e.remarks.map(i=>l`<li>${i}</li>`)}</ul></div>`:c}`}
  </section>`}function ue(a,e,t){let n=e.reduce((i,o)=>i+(o.estimated_setup_minutes?.likely??0)+t*(o.estimated_piece_minutes?.likely??0),0);return`≈ ${g(n,a.data.language,0)} min`}function he(a,e,t){let{say:n,data:{language:i}}=a,o=s=>l`${g(s.likely,i)} <small>${g(s.low,i)}–${g(s.high,i)}</small>`;return l`<div class="scroll" tabindex="0" role="region" aria-label="${n("route_title")}, ${e}"><table role="table">
    <thead role="rowgroup"><tr role="row">${["col_balloon","col_operation","col_centre","col_clamped"].map(s=>l`<th scope="col" role="columnheader">${n(s)}</th>`)}
      <th scope="col" role="columnheader" class="number">${n("col_minutes")}</th></tr></thead>
    <tbody role="rowgroup">${t.map(s=>l`<tr role="row"><td role="cell">${s.number}</td><th scope="row" role="rowheader">${s.label}</th><td class="centre" role="cell">${s.work_centre}</td>
      <td class="clamped" role="cell">${[s.setups.map(h=>h.replace("-","−")).join(" "),s.tool?.diameter_mm?`⌀ ${g(s.tool.diameter_mm,i,2)}`:"",s.joins.join(" + ")].filter(Boolean).join(", ")}</td>
      <td class="number" role="cell">${s.estimated_setup_minutes&&s.estimated_piece_minutes?l`${s.estimated_setup_minutes.high?l`${o(s.estimated_setup_minutes)} + `:c}${o(s.estimated_piece_minutes)}`:"–"}</td></tr>`)}</tbody></table></div>`}function Ce(a,e,t){return{low:g(a.low,e,t),likely:g(a.likely,e,t),high:g(a.high,e,t)}}var ge=`.lo-planning { display: block; }
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
.lo-planning :is([data-view=characteristics], [data-view=route], [data-view=measured]) h2 { font-size: 28px; font-weight: 300; }
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
.lo-planning .hint { margin-top: 16px; font-size: 13px; color: var(--muted); }
.lo-planning .sums details { margin: 0; border-bottom: 1px solid var(--line); }
.lo-planning .sums summary { display: grid; grid-template-columns: minmax(92px, 1fr) minmax(60px, 2fr) minmax(150px, auto); gap: 12px; align-items: center;
  padding: 8px 0; color: var(--ink); list-style: none; }
.lo-planning .sums summary::-webkit-details-marker { display: none; }
.lo-planning .sums .name { padding-left: 16px; }
.lo-planning .sums .name::before { content: "+"; display: inline-block; width: 16px; margin-left: -16px; color: var(--accent); }
.lo-planning .sums [open] .name::before { content: "−"; }
.lo-planning .sum { text-align: right; white-space: nowrap; }
.lo-planning .sum small { display: inline-block; min-width: 92px; }
.lo-planning .lines { padding: 0 0 8px 16px; }
.lo-planning .lines li { display: flex; justify-content: space-between; gap: 16px; padding: 6px 0; font-size: 14px; }
.lo-planning .lines small { display: block; min-width: 0; }
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

.lo-planning .route table { table-layout: fixed; min-width: 560px; }
.lo-planning .route thead th { width: 24%; }
.lo-planning .route thead :nth-child(1) { width: 52px; }
.lo-planning .route thead :last-child { width: 210px; }
.lo-planning .symbol { display: inline-block; vertical-align: -2px; margin-right: 6px; }

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

.lo-planning .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.lo-planning .give { position: relative; display: inline-flex; align-items: center; margin-top: 12px; }
.lo-planning .give:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
.lo-planning .given { margin-top: 20px; }
.lo-planning .given h3 { color: var(--ink); font-weight: 560; font-size: 15px; }
.lo-planning .quiet { min-height: 40px; padding: 0 8px; border: 0; background: none; color: var(--accent); cursor: pointer; }
.lo-planning .verdict { font-weight: 560; }
.lo-planning :is(.verdict.good, [data-verdict=conforming] .result) { color: var(--accent); }
.lo-planning :is([data-verdict=not_conforming], [data-verdict=undecided]) .result { color: var(--caution); font-weight: 600; }
@media (max-width: 640px) {
  .lo-planning [data-view=cost] { padding: 20px; margin-top: 16px; }
  .lo-planning .sums summary { grid-template-columns: 1fr auto; }
  .lo-planning .span { display: none; }
  .lo-planning .sum small { min-width: 84px; }
  .lo-planning .pieces input { width: 76px; }
  .lo-planning :is(.characteristics, .route, .measured) :is(table, tbody) { display: block; min-width: 0; }
  .lo-planning :is(.characteristics, .route, .measured) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .lo-planning :is(.characteristics, .route, .measured) tbody tr { display: grid; grid-template-columns: 48px 1fr auto; gap: 0 8px; padding: 6px 0; border-bottom: 1px solid var(--line); }
  .lo-planning :is(.characteristics, .route, .measured) tbody :is(td, th) { padding: 4px 0; border: 0; }
  .lo-planning :is(.characteristics, .route, .measured) tbody :is(td, th):empty { display: none; }
  .lo-planning .characteristics tbody tr > :is(:first-child, th) { grid-row: 1 / span 3; }
  .lo-planning .characteristics tbody :is(.nominal, .limits, .by) { grid-column: 3; text-align: right; }
  .lo-planning .characteristics tbody .by { color: var(--muted); }
  .lo-planning :is(.route, .measured) tbody .number { grid-area: 1 / 3; }
  .lo-planning .measured tbody tr.of { display: block; }
  .lo-planning .measured tbody .limits { grid-area: 2 / 3; color: var(--muted); text-align: right; }
  .lo-planning .measured tbody .result { grid-area: 2 / 2; padding-top: 0; }
  .lo-planning .measured tbody .piece { grid-area: 2 / 1; }
  .lo-planning .route tbody :is(.centre, .clamped) { grid-column: 2 / span 2; padding-top: 0; color: var(--muted); }
}
@media (prefers-reduced-motion: reduce) { .lo-planning [data-late] .block { transition: none; } }
@media (forced-colors: active) { .lo-planning .balloon[aria-pressed=true]::before { outline: 2px solid Highlight; } }
`;var Me={cost_title:"What it will cost, about",cost_about:"{currency} {likely}",cost_band:"Estimate: between {low} and {high}, {vat}. This is no offer.",cost_each:"About {currency} {each} a piece.",cost_pieces:"Pieces",cost_lines:"In {currency}. Tap a line to see where it comes from.",cost_left_out:"Not in the estimate",cost_waiting:"The estimate is being worked out …",cost_again:"Being worked out anew …",failed:"This could not be worked out. Your choices are kept.",lost:"The connection is lost. It is tried again by itself.",again:"Try again",refused_shop:"The shop profile of this installation cannot be read, so there is no estimate. Its operator finds the reason in the log. Your choices are kept.",refused_packs:"The rule packs of this installation cannot be read, so nothing is judged. Their operator finds the reason in the log. Your choices are kept.",refused_plan:"This could not be worked out for this design. The operator finds the reason in the log. Your choices are kept.",made_title:"Can it be made",made_good:"Yes. Nothing that is declared of it passes a limit of the workshop (checked: {count}).",made_good_looked:"Yes. Every part was looked at as it is made (parts: {count}), and none passes a limit of the workshop.",made_bad_one:"{count} thing should be changed, or agreed with the workshop.",made_bad_other:"{count} things should be changed, or agreed with the workshop.",made_waiting:"Whether it can be made is being worked out …",made_take:"Change it so",made_look:"Look at every part",made_looking:"Every part is being looked at …",made_how:"How this was judged",made_packs:"By the rule packs {names}.",made_declared:"By what is declared of the parts; their exact shapes are judged once more when the files are made.",char_title:"Characteristics",char_told:"Tap a line and its faces light up. Tap a face and its dimension is shown with its limits.",char_waiting:"The characteristics are being looked up …",char_none:"Nothing is controlled of this product.",char_show:"{balloon}, {label}: show it on the product",char_every:"every piece",col_balloon:"No.",col_what:"What",col_nominal:"Nominal",col_limits:"Limits",col_by:"Fit or standard",col_piece:"Piece",col_measured:"Measured",col_result:"Result",meas_title:"Inspection",meas_told:"Fill in the sheets of the folder inspection and give them here, CSV or Excel. Each characteristic is answered: conforming or not.",meas_choose:"Choose filled sheets",meas_reading:"The sheet is being read …",meas_remove:"Take away",meas_good:"Conforming: {count} of {count} within their limits.",meas_bad:"Not conforming: {count} of {all} outside their limits.",meas_open:"Values that cannot be decided with their uncertainty: {count}.",meas_none:"No value was found in this sheet. Fill in the column Measured.",route_title:"Route",route_waiting:"The route is being worked out …",route_total:"The whole order takes about {likely} minutes, between {low} and {high}. This is an estimate.",route_assembly:"Assembly",route_remarks:"To be confirmed or settled",col_operation:"Operation",col_centre:"Work centre",col_clamped:"Clamped from, tool",col_minutes:"Set up + each, min"},ye=new Set;function W(a){return(e,t={})=>{let n=a[e];return n===void 0&&(n=Me[e],ye.has(e)||console.error(`planning: the page gives no text for "${e}"`),ye.add(e)),n.replace(/\{(\w+)\}/g,(i,o)=>String(t[o]??i))}}var Ne="lo-characteristic",Ee="lo-face",He="lo-drawn",je={cost:"cost_waiting",characteristics:"char_waiting",route:"route_waiting",measured:"meas_reading"},I=class{constructor(e){this.component=e;this.data=e.data,this.say=W(this.data.texts),this.quantity=this.data.quantity??1,this.asked=new N(()=>this.data.language,()=>{this.doubt(),this.redraw()}),this.looked=new N(()=>this.data.language,()=>this.redraw()),this.root.className="lo-planning";let t=document.createElement("style");t.textContent=ge,this.root.append(t,this.drawn),e.parentElement.append(this.root),window.addEventListener(Ee,n=>this.tapped(n.detail),{signal:this.gone.signal}),window.addEventListener(He,n=>{n.detail===this.data.configuration&&this.wake()},{signal:this.gone.signal}),this.ask(),this.redraw()}component;data;say;quantity;chosen=null;face=null;given=[];looked;keen=!1;asked;root=document.createElement("div");drawn=document.createElement("div");gone=new AbortController;wake(){this.asked.wake(),this.looked.wake()}update(e){let t=this.data;this.component=e,this.data=e.data,this.say=W(this.data.texts),(t.configuration!==this.data.configuration||t.language!==this.data.language)&&(this.looked.forget(),this.chosen=this.face=null),this.ask(),this.redraw()}dispose(){this.gone.abort(),this.asked.forget(),this.looked.forget(),this.root.remove()}order(e){let t=Number(e);Number.isInteger(t)&&t>=1&&t<=1e6&&(this.quantity=t),this.ask(),this.redraw()}doubt(){let{asked:e,looked:t,data:n}=this,i=e.answer?.makeability;n.view!=="cost"||e.waiting||!i||$(i)||t.answer||t.waiting||(this.keen||i.findings.length)&&this.looked.want(this.address("makeability"),0)}look(){this.keen=!0,this.looked.forget(),this.looked.want(this.address("makeability"),0)}take(e){this.component.setTriggerValue("make",e)}choose(e,t){let n=this.chosen?.part===e.part&&this.chosen.balloon===t.balloon;this.chosen=n?null:{part:e.part,balloon:t.balloon},this.face=null;let i=[[t.nominal,t.limits],[t.by,t.instrument]];window.dispatchEvent(new CustomEvent(Ne,{detail:n?null:{part:e.part,faces:t.faces,title:`${t.balloon} · ${t.label}`,lines:i}})),this.redraw()}give(e){for(let t of e??[]){let n={name:t.name,answer:null,problems:[]};this.given=[n,...this.given.filter(i=>i.name!==t.name)],ce(t,this.data.job??"",this.data.language,this.say("failed")).then(i=>{Object.assign(n,i),this.redraw()})}this.redraw()}drop(e){this.given=this.given.filter(t=>t!==e),this.redraw()}tapped(e){this.face=e,this.chosen=null,this.redraw(),this.root.querySelector("[data-carries]")?.scrollIntoView({block:"nearest"})}address(e){let{configuration:t,language:n}=this.data;return`/api/${e}/${t}/${n}.json`}ask(){let{view:e}=this.data;e==="characteristics"?this.asked.want(this.address("characteristics")):e==="cost"?this.asked.want(`${this.address("cost")}?quantity=${this.quantity}`):e==="route"&&!this.data.route&&this.asked.want(`${this.address("route")}?quantity=${this.quantity}`),window.__lotOneDrawn?.at(-1)?.scene===this.data.configuration&&this.wake()}redraw(){let{asked:e,data:t,say:n}=this,i=t.route??e.answer,o=e.waiting&&i!==null;oe(l`<div class="sheet" lang=${t.language} data-view=${t.view} aria-busy=${e.waiting?"true":"false"} ?data-late=${o}>
      <p class="state" role="status">${e.failure?c:o?n("cost_again"):e.waiting?n(je[t.view]):c}</p>
      ${e.failure?l`<div class="failure" role="alert"><p class="failed">${e.failure.sentence??n(e.failure.lost?"lost":"failed")}</p>
        <button type="button" class="press" @click=${()=>e.again()}>${n("again")}</button></div>`:c}
      ${t.view==="measured"?pe(this):i?this.sections(i):c}</div>`,this.drawn)}sections(e){switch(this.data.view){case"cost":return l`${re(this,e)}${de(this,e)}`;case"characteristics":return le(this,e);case"route":return me(this,e);case"measured":return c}}};var B=new WeakMap;function Ie(a){let e=a.parentElement,t=B.get(e);t?(clearTimeout(t.leaving),t.sheet.update(a)):B.set(e,t={sheet:new I(a),leaving:0});let n=t;return()=>{clearTimeout(n.leaving),n.leaving=window.setTimeout(()=>{n.sheet.dispose(),B.get(e)===n&&B.delete(e)})}}export{Ie as default};
